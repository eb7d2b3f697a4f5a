import claims.Claims
import com.auth0.jwt.JWT
import com.auth0.jwt.algorithms.Algorithm
import com.auth0.jwt.exceptions.JWTVerificationException
import java.time.Instant
import java.util.Base64
import kotlinx.serialization.json.Json

const val API_KEY = "devkey"
val API_SECRET: Algorithm = Algorithm.HMAC256("a secret of at least thirty-two characters")

/** Ignores unknown members, which tokens of newer SDKs have. Without this, they do not decode. */
val json = Json { ignoreUnknownKeys = true }

/** Verifies a token, then decodes it. */
fun read(token: String): Claims {
    val verifier = JWT.require(API_SECRET).withIssuer(API_KEY).withClaimPresence("exp").acceptLeeway(60).build()
    return json.decodeFromString(Base64.getUrlDecoder().decode(verifier.verify(token).payload).decodeToString())
}

/** Says what the holder may do. A permission that is absent is granted, any other grant is not. */
fun describe(claims: Claims): String {
    val video = claims.video
    if (video?.roomJoin != true) return "joins no room"
    val (publish, subscribe) = listOf(video.canPublish, video.canSubscribe).map { it ?: true }
    return "${claims.sub} joins ${video.room}, publish: $publish, subscribe: $subscribe"
}

fun main() {
    val bare = JWT.create().withIssuer(API_KEY).withExpiresAt(Instant.now().plusSeconds(600))
    println(describe(read(bare.sign(API_SECRET))))

    val join = bare.withSubject("alice").withClaim("fromTheFuture", 1)
        .withClaim("video", mapOf("roomJoin" to true, "room" to "stage", "canPublish" to false))
    val claims = read(join.sign(API_SECRET))
    println(describe(claims))
    try {
        read(join.sign(Algorithm.HMAC256("another secret of at least thirty-two")))
    } catch (error: JWTVerificationException) {
        println("refused: ${error::class.simpleName}")
    }

    val hidden = claims.copy(exp = 4102444800, video = claims.video?.copy(hidden = true))
    println(json.encodeToString(hidden))
}
