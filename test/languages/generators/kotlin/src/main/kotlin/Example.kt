import claims.Claims
import kotlinx.serialization.json.Json

const val PAYLOAD = """{
  "exp": 4102444800, "iss": "devkey", "sub": "alice",
  "video": { "roomJoin": true, "room": "stage", "canPublish": false },
  "fromTheFuture": 1
}"""

/** Tokens of newer SDKs have members that are not known here. Otherwise no such token decodes. */
val json = Json { ignoreUnknownKeys = true }

fun main() {
    val claims = json.decodeFromString<Claims>(PAYLOAD)
    val video = claims.video
    println("${claims.sub} joins ${video?.room}")
    println("may publish: ${video?.canPublish ?: true} - may subscribe: ${video?.canSubscribe ?: true}")

    val hidden = claims.copy(video = video?.copy(hidden = true))
    println(json.encodeToString(hidden))
}
