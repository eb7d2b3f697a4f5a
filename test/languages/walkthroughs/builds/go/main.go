package main

import (
	"encoding/json"
	"fmt"
	"log"

	"example/claims"
)

func main() {
	var token claims.Claims
	if err := json.Unmarshal([]byte(`{"exp":4102444800,"iss":"devkey","sip":{"call":true}}`), &token); err != nil {
		log.Fatal(err)
	}
	fmt.Println(token.Iss, *token.SIP.Call)
}
