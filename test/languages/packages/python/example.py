import livekit_claims_schemas as schemas

print(schemas.VERSION, schemas.PROTOCOL)
print(schemas.load("bundles/claims.rules-mint.2020-12.json")["title"])
for test in schemas.load("vectors/time.json")["tests"]:
    if test["id"] == "time-exp-long-ago":
        print(test["result"], test["code"])
