import aQute.bnd.osgi.Builder;
import java.io.File;

/** Makes a bundle as bnd's own command does: of a folder with bnd.bnd and classes. */
public class Bundles {
  public static void main(String[] arguments) throws Exception {
    File folder = new File(arguments[0]).getCanonicalFile();
    try (Builder builder = new Builder()) {
      builder.setProperties(new File(folder, "bnd.bnd"));
      builder.setProperty("Bundle-SymbolicName", folder.getName());
      builder.setProperty("-privatepackage", "org.acme");
      builder.addClasspath(new File(folder, "classes"));
      for (String jar : arguments[1].split(File.pathSeparator)) {
        builder.addClasspath(new File(jar));
      }
      builder.build().write(new File(folder, "bundle.jar"));
      builder.getErrors().forEach(System.err::println);
      System.exit(builder.isOk() ? 0 : 1);
    }
  }
}
