import claims.Claims;
import claims.VideoGrants;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;

public class Example {
  /** Rejects wrong types. By default, Jackson reads "" for a boolean as absent, 1.5 as 1, and numbers as strings. */
  static final JsonMapper JSON = JsonMapper.builder()
      .disable(MapperFeature.ALLOW_COERCION_OF_SCALARS)
      .disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT)
      .withCoercionConfig(LogicalType.Textual, texts -> texts
          .setCoercion(CoercionInputShape.Integer, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Float, CoercionAction.Fail)
          .setCoercion(CoercionInputShape.Boolean, CoercionAction.Fail))
      .build();

  public static void main(String[] args) throws Exception {
    Claims claims = JSON.readValue("""
        {
          "exp": 4102444800, "iss": "devkey", "sub": "alice",
          "video": { "roomJoin": true, "room": "stage", "canPublish": false },
          "fromTheFuture": 1
        }""", Claims.class);
    VideoGrants video = claims.getVideo();
    System.out.println(claims.getSub() + " joins " + video.getRoom());
    System.out.println("may publish: " + permitted(video.getCanPublish())
        + " - may subscribe: " + permitted(video.getCanSubscribe()));

    video.setHidden(true);
    System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(claims));
  }

  static boolean permitted(Boolean unlessFalse) {
    return !Boolean.FALSE.equals(unlessFalse);
  }
}
