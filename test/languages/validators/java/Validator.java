import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersionDetector;
import com.networknt.schema.ValidationMessage;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Validates with networknt's json-schema-validator, for each line of JSON on standard input. */
final class Validator {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final SchemaValidatorsConfig CONFIG =
      SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();

  public static void main(String[] args) throws Exception {
    var questions = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line; (line = questions.readLine()) != null; ) {
      answers.println(JSON.writeValueAsString(Map.of("verdicts", verdicts(JSON.readTree(line)))));
    }
  }

  private static List<Map<String, ?>> verdicts(JsonNode question) throws Exception {
    var bundle = question.get("schema");
    var factory = JsonSchemaFactory.getInstance(SpecVersionDetector.detect(bundle));
    var schema = factory.getSchema(bundle, CONFIG);
    var verdicts = new ArrayList<Map<String, ?>>();
    for (var text : question.get("instances")) verdicts.add(verdict(schema, JSON.readTree(text.asText())));
    return verdicts;
  }

  private static Map<String, ?> verdict(JsonSchema schema, JsonNode instance) {
    var messages = schema.validate(instance);
    return Map.of("valid", messages.isEmpty(), "failures", messages.stream().map(Validator::failure).toList());
  }

  private static Map<String, ?> failure(ValidationMessage message) {
    var failure = new HashMap<String, Object>();
    failure.put("at", message.getInstanceLocation().toString());
    failure.put("keyword", message.getType());
    if (message.getProperty() != null) failure.put("member", message.getProperty());
    return failure;
  }
}
