package main

import (
	"encoding/json"
	"fmt"
	"log"

	"example/api"
)

func main() {
	var claims api.Claims
	text := `{"exp":4102444800,"iss":"devkey","video":{"canPublish":false}}`
	if err := json.Unmarshal([]byte(text), &claims); err != nil {
		log.Fatal(err)
	}
	encoded, err := json.Marshal(claims)
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(encoded))
}
