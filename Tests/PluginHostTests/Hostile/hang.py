import time
from hostile import serve
serve(lambda request: time.sleep(60))
