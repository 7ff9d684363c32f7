package org.dylink.engine.machine;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import org.dylink.engine.machine.MachineObject.Crossing;
import org.dylink.engine.machine.MachineObject.Range;

/**
 * An object as a file: a word that says what it is, its version, target, baseline, compiler and
 * digest, the image, and where in the image things are. Numbers are of 32 bits, the highest byte
 * first.
 */
public final class MachineObjectFile {
  private static final int MAGIC = 0x44594c4e; // DYLN

  // When this has changed, so has what generated code and engine agree on, or code of before has a
  // fault for which it must not run.
  static final int VERSION = 8;

  private MachineObjectFile() {}

  /** The bytes of the file. */
  public static byte[] write(MachineObject object) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(object.image().length + 4096);
    try (DataOutputStream out = new DataOutputStream(bytes)) {
      out.writeInt(MAGIC);
      out.writeInt(VERSION);
      out.writeUTF(object.target());
      out.writeUTF(object.baseline());
      out.writeUTF(object.compiler());
      out.writeUTF(object.digest());
      out.writeInt(object.image().length);
      out.write(object.image());
      out.writeInt(object.enter());
      out.writeInt(object.functions().size());
      for (Range each : object.functions()) {
        out.writeInt(each.from());
        out.writeInt(each.size());
      }
      out.writeInt(object.types().size());
      for (Crossing each : object.types()) {
        out.writeInt(each.in());
        out.writeInt(each.out());
        out.writeInt(each.own());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("BUG: an array cannot be written", e);
    }
    return bytes.toByteArray();
  }

  /**
   * Reads a file. That its code does what it should nobody can check: only files that are trusted
   * may be read.
   *
   * @throws UnfitObjectException if it is of another kind or version, cut off, or points outside of
   *     its image
   */
  public static MachineObject read(byte[] file) throws UnfitObjectException {
    try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(file))) {
      require(in.readInt() == MAGIC, "not an object");
      int version = in.readInt();
      require(version == VERSION, "version " + version + ", expected " + VERSION);
      String target = in.readUTF();
      String baseline = in.readUTF();
      String compiler = in.readUTF();
      String digest = in.readUTF();
      byte[] image = image(in);
      int enter = offset(in, image);
      List<Range> functions = functions(in, image);
      List<Crossing> types = types(in, image);
      require(in.read() < 0, "bytes behind its end");
      return new MachineObject(target, baseline, compiler, digest, image, enter, functions, types);
    } catch (IOException e) {
      throw new UnfitObjectException("cut off", e);
    }
  }

  private static byte[] image(DataInputStream in) throws IOException, UnfitObjectException {
    int size = in.readInt();
    require(size > 0 && size <= in.available(), "image of " + size + " bytes");
    return in.readNBytes(size);
  }

  private static List<Range> functions(DataInputStream in, byte[] image)
      throws IOException, UnfitObjectException {
    List<Range> functions = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      int from = offset(in, image);
      int size = in.readInt();
      require(size >= 0 && size <= image.length - from, "function of " + size + " bytes");
      functions.add(new Range(from, size));
    }
    return functions;
  }

  private static List<Crossing> types(DataInputStream in, byte[] image)
      throws IOException, UnfitObjectException {
    List<Crossing> types = new ArrayList<>();
    for (int left = count(in); left > 0; left--) {
      types.add(new Crossing(offset(in, image), offset(in, image), offset(in, image)));
    }
    return types;
  }

  private static int count(DataInputStream in) throws IOException, UnfitObjectException {
    int count = in.readInt();
    require(count >= 0 && count <= in.available() / 8, count + " entries");
    return count;
  }

  private static int offset(DataInputStream in, byte[] image)
      throws IOException, UnfitObjectException {
    int offset = in.readInt();
    require(offset >= 0 && offset < image.length, "offset " + Integer.toUnsignedString(offset));
    return offset;
  }

  private static void require(boolean condition, String what) throws UnfitObjectException {
    if (!condition) {
      throw new UnfitObjectException(what, null);
    }
  }
}
