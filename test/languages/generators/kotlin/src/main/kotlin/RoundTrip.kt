import claims.Claims
import kotlinx.serialization.SerializationException

/** Decodes each line into Claims and encodes it again. */
object RoundTrip {
    @JvmStatic
    fun main(args: Array<String>) {
        for (line in System.`in`.bufferedReader().lineSequence()) {
            System.out.write("${answerTo(line)}\n".toByteArray())
            System.out.flush()
        }
    }

    private fun answerTo(line: String): String =
        try {
            """{"ok":${json.encodeToString(json.decodeFromString<Claims>(line))}}"""
        } catch (error: SerializationException) {
            json.encodeToString(mapOf("error" to "${error.message}"))
        }
}
