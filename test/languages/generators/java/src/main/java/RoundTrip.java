import claims.Claims;
import com.fasterxml.jackson.core.JsonProcessingException;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/** Decodes each line into Claims and encodes it again. */
public class RoundTrip {
  public static void main(String[] args) throws IOException {
    var lines = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    for (String line = lines.readLine(); line != null; line = lines.readLine()) {
      System.out.write(Example.JSON.writeValueAsBytes(answerTo(line)));
      System.out.write('\n');
      System.out.flush();
    }
  }

  private static Map<String, Object> answerTo(String line) {
    try {
      return Map.of("ok", Example.JSON.readValue(line, Claims.class));
    } catch (JsonProcessingException error) {
      return Map.of("error", error.getOriginalMessage());
    }
  }
}
