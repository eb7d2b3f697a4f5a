require "set" # json_schemer 0.2.18 needs it before Ruby 3.2.
require "json"
require "json_schemer"
require "jwt"

API_KEY = "devkey"
API_SECRET = "a secret of at least thirty-two characters"
RULES = JSONSchemer.schema(JSON.parse(File.read("claims.rules-decode.draft-07.json")))

# Verifies a token, then checks its claims.
def read(token)
  options = { algorithm: "HS256", iss: API_KEY, verify_iss: true, required_claims: %w[exp iss], leeway: 60 }
  claims, = JWT.decode(token, API_SECRET, true, options)
  wrong = RULES.validate(claims).map { |error| error["data_pointer"] }
  raise JWT::DecodeError, "wrong claims: #{wrong.join(", ")}" unless wrong.empty?

  claims
end

# Says what the holder may do. A permission that is absent is granted, any other grant is not.
def describe(claims)
  video = claims["video"]
  return "joins no room" unless video && video["roomJoin"]

  publish, subscribe = %w[canPublish canSubscribe].map { |name| video[name] != false }
  "#{claims["sub"]} joins #{video["room"]}, publish: #{publish}, subscribe: #{subscribe}"
end

def attempt(payload, secret = API_SECRET)
  puts describe(read(JWT.encode(payload, secret, "HS256")))
rescue JWT::DecodeError => error
  puts "refused: #{error.message}"
end

bare = { exp: Time.now.to_i + 600, iss: API_KEY }
join = { **bare, sub: "alice", video: { roomJoin: true, room: "stage", canPublish: false }, fromTheFuture: 1 }
attempt(bare)
attempt(join)
attempt(join, "another secret of at least thirty-two")
attempt({ **bare, video: { canPublish: "false" } })
attempt({ iss: API_KEY })
