import claims.Claims;
import claims.VideoGrants;
import com.auth0.jwt.JWT;
import com.auth0.jwt.algorithms.Algorithm;
import com.auth0.jwt.exceptions.JWTVerificationException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.MapperFeature;
import com.fasterxml.jackson.databind.cfg.CoercionAction;
import com.fasterxml.jackson.databind.cfg.CoercionInputShape;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.time.Instant;
import java.util.Base64;
import java.util.Map;

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

  static final String API_KEY = "devkey";
  static final Algorithm API_SECRET = Algorithm.HMAC256("a secret of at least thirty-two characters");

  /** Verifies a token, then decodes it. */
  static Claims read(String token) throws Exception {
    var verifier = JWT.require(API_SECRET).withIssuer(API_KEY).withClaimPresence("exp").acceptLeeway(60).build();
    return JSON.readValue(Base64.getUrlDecoder().decode(verifier.verify(token).getPayload()), Claims.class);
  }

  /** Says what the holder may do. A permission that is absent is granted, any other grant is not. */
  static String describe(Claims claims) {
    VideoGrants video = claims.getVideo();
    if (video == null || !Boolean.TRUE.equals(video.getRoomJoin())) return "joins no room";
    return claims.getSub() + " joins " + video.getRoom() + ", publish: " + permitted(video.getCanPublish())
        + ", subscribe: " + permitted(video.getCanSubscribe());
  }

  static boolean permitted(Boolean unlessFalse) {
    return !Boolean.FALSE.equals(unlessFalse);
  }

  public static void main(String[] args) throws Exception {
    var bare = JWT.create().withIssuer(API_KEY).withExpiresAt(Instant.now().plusSeconds(600));
    System.out.println(describe(read(bare.sign(API_SECRET))));

    var join = bare.withSubject("alice").withClaim("fromTheFuture", 1)
        .withClaim("video", Map.of("roomJoin", true, "room", "stage", "canPublish", false));
    System.out.println(describe(read(join.sign(API_SECRET))));
    try {
      read(join.sign(Algorithm.HMAC256("another secret of at least thirty-two")));
    } catch (JWTVerificationException error) {
      System.out.println("refused: " + error.getClass().getSimpleName());
    }

    Claims claims = read(join.sign(API_SECRET));
    claims.setExp(4102444800L);
    claims.getVideo().setHidden(true);
    System.out.println(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(claims));
  }
}
