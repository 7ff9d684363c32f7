package org.dylink.catalogue;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;

import aQute.bnd.osgi.resource.ResourceUtils;
import java.lang.reflect.Method;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.osgi.framework.Bundle;
import org.osgi.framework.Constants;
import org.osgi.framework.launch.Framework;
import org.osgi.framework.launch.FrameworkFactory;
import org.osgi.resource.Resource;
import org.osgi.util.tracker.ServiceTracker;

/** Each library of the catalogue, installed from the index, is a service that calls C. */
class CatalogueServicesTest {
  private static final String[] LIBRARIES = {
    "lz4",
    "bzip2",
    "expat",
    "zstd",
    "xz",
    "pcre2",
    "libpng",
    "libjpeg",
    "lua",
    "tree-sitter",
    "markdown"
  };

  @TempDir static Path folder;

  private static Framework felix;

  @BeforeAll
  static void start() throws Exception {
    felix =
        ServiceLoader.load(FrameworkFactory.class)
            .findFirst()
            .orElseThrow()
            .newFramework(Map.of(Constants.FRAMEWORK_STORAGE, folder.resolve("felix").toString()));
    felix.start();
    String[] names = LIBRARIES.clone();
    for (int i = 0; i < names.length; i++) {
      names[i] = "org.dylink.example." + names[i];
    }
    List<Bundle> bundles = new ArrayList<>();
    for (Resource resource : CatalogueIndex.resolve(folder, names)) {
      String address = ResourceUtils.getContentCapability(resource).url().toString();
      bundles.add(felix.getBundleContext().installBundle(address));
    }
    for (Bundle bundle : bundles) {
      bundle.start();
    }
  }

  @AfterAll
  static void stop() throws Exception {
    felix.stop();
    felix.waitForStop(60_000);
  }

  /** The tracker is for all services: this test has other interfaces of their names. */
  @ParameterizedTest
  @CsvSource({
    "lz4.Lz4, LZ4_versionString, 1.9.4",
    "bzip2.Bzip2, BZ2_bzlibVersion, '1.0.8, 13-Jul-2019'",
    "expat.Expat, XML_ExpatVersion, expat_2.5.0",
    "zstd.Zstd, ZSTD_versionString, 1.5.4",
    "xz.Xz, lzma_version_string, 5.4.1",
    "pcre2.Pcre2, pcre2_compile_context_create_8, ",
    "libpng.Png, png_access_version_number, 10639",
    "libjpeg.TurboJpeg, tjInitCompress, ",
    "lua.Lua, luaL_newstate, ",
    "treesitter.TreeSitter, ts_parser_new, ",
    "markdown.Markdown, markdown_headings, 1",
  })
  void isAService(String type, String function, String answer) throws Exception {
    ServiceTracker<Object, Object> tracker =
        new ServiceTracker<>(felix.getBundleContext(), "org.dylink.example." + type, null);
    tracker.open(true);
    Object service = tracker.waitForService(60_000);
    assertNotNull(service, type);
    Object result = call(service, "org.dylink.example." + type, function);
    assertNotNull(result, function);
    if (answer != null) {
      assertEquals(answer, result.toString());
    }
    tracker.close();
  }

  /** By the service's own interface. */
  private static Object call(Object service, String type, String function) throws Exception {
    Method method =
        Stream.of(service.getClass().getClassLoader().loadClass(type).getMethods())
            .filter(each -> each.getName().equals(function))
            .findFirst()
            .orElseThrow();
    return method.invoke(
        service,
        Stream.of(method.getParameterTypes()).map(CatalogueServicesTest::argument).toArray());
  }

  private static Object argument(Class<?> type) {
    return type.equals(String.class) ? "# text" : null;
  }
}
