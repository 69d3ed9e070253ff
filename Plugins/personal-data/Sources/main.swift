import CheckPluginKit

PersonalData().run()
