import os
from hostile import serve
serve(lambda request: os._exit(3))
