import com.fasterxml.jackson.databind.ObjectMapper;
import {{javaPackage}}.Schemas;

public class Example {
  public static void main(String[] args) throws Exception {
    System.out.println(Schemas.VERSION + " " + Schemas.PROTOCOL);

    var json = new ObjectMapper();
    var bundle = json.readTree(Schemas.read("bundles/claims.rules-mint.2020-12.json"));
    System.out.println(bundle.get("title").asText());

    for (var test : json.readTree(Schemas.read("vectors/time.json")).get("tests")) {
      if (test.get("id").asText().equals("time-exp-long-ago")) {
        System.out.println(test.get("result").asText() + " " + test.get("code").asText());
      }
    }
  }
}
