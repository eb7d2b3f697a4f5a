package main

import (
	"encoding/json"
	"fmt"
	"log"

	"example/claims"
)

const payload = `{
  "exp": 4102444800, "iss": "devkey", "sub": "alice",
  "video": { "roomJoin": true, "room": "stage", "canPublish": false }
}`

func main() {
	var token claims.Claims
	if err := json.Unmarshal([]byte(payload), &token); err != nil {
		log.Fatal(err)
	}
	fmt.Println(*token.Sub, "joins", *token.Video.Room)
	fmt.Println("may publish:", *token.Video.CanPublish, "- may subscribe:", token.Video.CanSubscribe == nil)

	hidden := true
	token.Video.Hidden = &hidden
	encoded, err := json.MarshalIndent(token, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(encoded))
}
