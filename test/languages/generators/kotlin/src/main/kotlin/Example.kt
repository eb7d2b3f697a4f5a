import claims.Claims
import kotlinx.serialization.json.Json

const val PAYLOAD = """{
  "exp": 4102444800, "iss": "devkey", "sub": "alice",
  "video": { "roomJoin": true, "room": "stage", "canPublish": false },
  "fromTheFuture": 1
}"""

/** Ignores unknown members, which tokens of newer SDKs have. Without this, they do not decode. */
val json = Json { ignoreUnknownKeys = true }

fun main() {
    val claims = json.decodeFromString<Claims>(PAYLOAD)
    val video = claims.video
    println("${claims.sub} joins ${video?.room}")
    println("may publish: ${video?.canPublish ?: true} - may subscribe: ${video?.canSubscribe ?: true}")

    val hidden = claims.copy(video = video?.copy(hidden = true))
    println(json.encodeToString(hidden))
}
