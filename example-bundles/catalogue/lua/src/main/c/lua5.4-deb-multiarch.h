/* Debian names the folders of its architecture here; there are none. */
#define DEB_HOST_MULTIARCH "wasm32-wasip1"
