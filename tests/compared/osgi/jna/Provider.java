package org.acme;

import com.sun.jna.Native;
import org.osgi.framework.BundleContext;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;

@Component(service = Provider.class, immediate = true)
public class Provider {
  @Activate
  public Provider(BundleContext context) {
    context.registerService(Words.class, Native.load("words", Words.class), null);
  }
}
