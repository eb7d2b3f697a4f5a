// Package claims has the types of the claims in LiveKit's tokens.
package claims

//go:generate go tool go-jsonschema --struct-name-from-title --min-sized-ints --tags json --capitalization ID,IDs,URL,URLs,GCP,SIP --package claims --output claims.go ../claims.shapes.2020-12.json
