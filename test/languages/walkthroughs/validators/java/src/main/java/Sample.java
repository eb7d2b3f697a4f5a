import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.PathType;
import com.networknt.schema.SchemaValidatorsConfig;
import com.networknt.schema.SpecVersion.VersionFlag;
import java.io.File;
import java.util.List;

public class Sample {
  public static void main(String[] args) throws Exception {
    var json = new ObjectMapper();
    var pointers = SchemaValidatorsConfig.builder().pathType(PathType.JSON_POINTER).build();
    var schema = JsonSchemaFactory.getInstance(VersionFlag.V202012)
        .getSchema(json.readTree(new File("claims.rules-input.2020-12.json")), pointers);

    for (var text : List.of("{\"video\":{\"room\":\"stage\"}}",
        "{\"sub\":\"alice\",\"video\":{\"roomJoin\":true,\"canPublish\":\"no\"}}")) {
      var messages = schema.validate(json.readTree(text));
      if (messages.isEmpty()) System.out.println("valid");
      messages.forEach(message -> System.out.println(message.getMessage()));
    }
  }
}
