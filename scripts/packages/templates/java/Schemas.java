package {{javaPackage}};

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/** JSON Schemas of LiveKit access tokens, the defaults of their claims, and conformance vectors. */
public final class Schemas {
  /** The release of livekit-claims that the files are of. */
  public static final String VERSION = "{{version}}";

  /** The release of LiveKit's protocol that the room configuration was imported from. */
  public static final String PROTOCOL = "{{protocol}}";

  private Schemas() {}

  /** Returns the text of a file, such as "bundles/index.json". */
  public static String read(String path) throws IOException {
    try (InputStream file = Schemas.class.getResourceAsStream(path)) {
      if (file == null) throw new FileNotFoundException(path);
      return new String(file.readAllBytes(), StandardCharsets.UTF_8);
    }
  }
}
