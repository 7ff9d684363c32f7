package org.dylink.deployer;

import java.net.URL;
import java.net.URLConnection;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.url.AbstractURLStreamHandlerService;
import org.osgi.service.url.URLConstants;
import org.osgi.service.url.URLStreamHandlerService;

/**
 * {@code wasm:} URLs for all of the framework: {@code install wasm:file:/lib/libz.so.1.2.13}
 * installs a bare module as a bundle.
 */
@Component(
    service = URLStreamHandlerService.class,
    property = URLConstants.URL_HANDLER_PROTOCOL + "=" + LibraryUrl.PROTOCOL)
public final class WasmUrlHandler extends AbstractURLStreamHandlerService {
  /** Made by the component runtime. */
  public WasmUrlHandler() {}

  @Override
  public URLConnection openConnection(URL url) {
    return new LibraryConnection(url);
  }
}
