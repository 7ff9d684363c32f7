package org.dylink.catalogue;

import aQute.bnd.osgi.repository.ResourcesRepository;
import aQute.bnd.osgi.repository.XMLResourceParser;
import aQute.bnd.osgi.resource.ResourceUtils;
import aQute.bnd.repository.fileset.FileSetRepository;
import biz.aQute.resolve.Bndrun;
import biz.aQute.resolve.RunResolution;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.osgi.resource.Resource;

/**
 * The index of all bundles, as a resolver reads it; the framework and what it needs are not in it.
 */
final class CatalogueIndex {
  private static final Path INDEX = Path.of(System.getProperty("index"));

  private CatalogueIndex() {}

  /** What has to be installed for some bundles, those that need nothing first. */
  static List<Resource> resolve(Path folder, String... bundles) throws Exception {
    Path file =
        Files.writeString(
            folder.resolve("wanted.bndrun"),
            """
            -standalone:
            -runfw: org.apache.felix.framework
            -runee: JavaSE-17
            -resolve.effective: active
            -runrequires: %s
            """
                .formatted(
                    String.join(
                        ",", Stream.of(bundles).map(name -> "bnd.identity;id=" + name).toList())));
    try (Bndrun run = Bndrun.createBndrun(null, file.toFile())) {
      run.addBasicPlugin(new ResourcesRepository(XMLResourceParser.getResources(INDEX.toUri())));
      run.addBasicPlugin(new FileSetRepository("framework", frameworkJars()));
      RunResolution resolution = run.resolve();
      if (!resolution.isOK()) {
        throw resolution.exception;
      }
      return List.copyOf(resolution.getOrderedResources());
    }
  }

  static String name(Resource bundle) {
    return ResourceUtils.getIdentityCapability(bundle).osgi_identity();
  }

  /** Felix and Declarative Services, from this test's class path. */
  private static List<File> frameworkJars() {
    return Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .filter(
            jar -> jar.getName().matches("org\\.(apache\\.felix|osgi\\.(util|service))\\..*\\.jar"))
        .toList();
  }
}
