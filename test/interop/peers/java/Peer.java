import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.google.protobuf.util.JsonFormat;
import io.livekit.server.*;
import java.io.BufferedReader;
import java.io.InputStreamReader;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.BiConsumer;
import java.util.function.Function;
import livekit.LivekitRoom.RoomConfiguration;

/** Mints tokens, and verifies webhooks, with the Java SDK, for each line of JSON on standard input. */
final class Peer {
  private static final ObjectMapper JSON = new ObjectMapper();

  private static final Map<String, BiConsumer<AccessToken, JsonNode>> SETTERS = Map.of(
      "sub", (token, value) -> token.setIdentity(value.asText()),
      "name", (token, value) -> token.setName(value.asText()),
      "metadata", (token, value) -> token.setMetadata(value.asText()),
      "sha256", (token, value) -> token.setSha256(value.asText()),
      "roomPreset", (token, value) -> token.setRoomPreset(value.asText()),
      "exp", (token, value) -> token.setExpiration(new Date(value.asLong() * 1000)),
      "nbf", (token, value) -> token.setNotBefore(new Date(value.asLong() * 1000)),
      "attributes",
      (token, value) -> value.fields().forEachRemaining(
          each -> token.getAttributes().put(each.getKey(), each.getValue().asText())));

  private static final Map<String, Function<JsonNode, VideoGrant>> VIDEO_GRANTS = Map.ofEntries(
      entry("roomCreate", value -> new RoomCreate(value.asBoolean())),
      entry("roomList", value -> new RoomList(value.asBoolean())),
      entry("roomRecord", value -> new RoomRecord(value.asBoolean())),
      entry("roomAdmin", value -> new RoomAdmin(value.asBoolean())),
      entry("roomJoin", value -> new RoomJoin(value.asBoolean())),
      entry("room", value -> new RoomName(value.asText())),
      entry("destinationRoom", value -> new DestinationRoomName(value.asText())),
      entry("canPublish", value -> new CanPublish(value.asBoolean())),
      entry("canSubscribe", value -> new CanSubscribe(value.asBoolean())),
      entry("canPublishData", value -> new CanPublishData(value.asBoolean())),
      entry("canPublishSources", value -> new CanPublishSources(texts(value))),
      entry("canUpdateOwnMetadata", value -> new CanUpdateOwnMetadata(value.asBoolean())),
      entry("ingressAdmin", value -> new IngressAdmin(value.asBoolean())),
      entry("hidden", value -> new Hidden(value.asBoolean())),
      entry("recorder", value -> new Recorder(value.asBoolean())),
      entry("agent", value -> new Agent(value.asBoolean())));

  private static final Map<String, Function<JsonNode, SIPGrant>> SIP_GRANTS = Map.of(
      "admin", value -> new SIPAdmin(value.asBoolean()),
      "call", value -> new SIPCall(value.asBoolean()));

  public static void main(String[] args) throws Exception {
    var requests = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8));
    var answers = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    for (String line; (line = requests.readLine()) != null; ) {
      answers.println(JSON.writeValueAsString(answer(JSON.readTree(line))));
    }
  }

  private static Map<String, ?> answer(JsonNode request) {
    try {
      var key = request.get("key").asText();
      var secret = request.get("secret").asText();
      switch (request.get("op").asText()) {
        case "mint":
          return mint(new AccessToken(key, secret), request.get("claims"));
        case "verify":
          new WebhookReceiver(key, secret).receive(request.path("body").asText(), request.get("token").asText());
          return Map.of("ok", true);
        default:
          throw new IllegalArgumentException("no such op");
      }
    } catch (Exception error) {
      return Map.of("ok", false, "error", error.toString());
    }
  }

  private static Map<String, ?> mint(AccessToken token, JsonNode claims) throws Exception {
    var skipped = new ArrayList<String>();
    for (var claim : claims.properties()) {
      var name = claim.getKey();
      var value = claim.getValue();
      if (SETTERS.containsKey(name)) {
        SETTERS.get(name).accept(token, value);
      } else if (name.equals("video")) {
        token.addGrants(grants(value, VIDEO_GRANTS, skipped, "/video"));
      } else if (name.equals("sip")) {
        token.addSIPGrants(grants(value, SIP_GRANTS, skipped, "/sip"));
      } else if (name.equals("roomConfig")) {
        if (!value.isNull()) token.setRoomConfiguration(roomConfiguration(value, skipped));
      } else if (!name.equals("iss")) {
        skipped.add("/" + name);
      }
    }
    return Map.of("ok", true, "token", token.toJwt(), "skipped", skipped);
  }

  private static <G> List<G> grants(
      JsonNode value, Map<String, Function<JsonNode, G>> known, List<String> skipped, String at) {
    var grants = new ArrayList<G>();
    for (var member : value.properties()) {
      var grant = known.get(member.getKey());
      if (grant == null) skipped.add(at + "/" + member.getKey());
      else grants.add(grant.apply(member.getValue()));
    }
    return grants;
  }

  private static RoomConfiguration roomConfiguration(JsonNode value, List<String> skipped) throws Exception {
    var config = RoomConfiguration.newBuilder();
    JsonFormat.parser().ignoringUnknownFields().merge(value.toString(), config);
    findSkipped(value, JSON.readTree(JsonFormat.printer().print(config)), "/roomConfig", skipped);
    return config.build();
  }

  /** Returns the members that the SDK's types cannot hold, or leave out. */
  private static void findSkipped(JsonNode given, JsonNode held, String at, List<String> skipped) {
    if (given instanceof ObjectNode && held instanceof ObjectNode) {
      for (var member : given.properties()) {
        var place = at + "/" + member.getKey();
        if (held.has(member.getKey())) findSkipped(member.getValue(), held.get(member.getKey()), place, skipped);
        else skipped.add(place);
      }
    } else if (given instanceof ArrayNode && held instanceof ArrayNode) {
      for (int index = 0; index < Math.min(given.size(), held.size()); index++) {
        findSkipped(given.get(index), held.get(index), at + "/" + index, skipped);
      }
    }
  }

  private static List<String> texts(JsonNode list) {
    var texts = new ArrayList<String>();
    list.forEach(each -> texts.add(each.asText()));
    return texts;
  }
}
