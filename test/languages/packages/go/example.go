package main

import (
	"encoding/json"
	"fmt"
	"log"

	schemas "{{goModule}}"
)

func load(path string, into any) {
	text, err := schemas.Files.ReadFile(path)
	if err != nil {
		log.Fatal(err)
	}
	if err := json.Unmarshal(text, into); err != nil {
		log.Fatal(err)
	}
}

func main() {
	fmt.Println(schemas.Version, schemas.Protocol)

	var bundle struct{ Title string }
	load("bundles/claims.rules-mint.2020-12.json", &bundle)
	fmt.Println(bundle.Title)

	var vectors struct {
		Tests []struct{ ID, Token, Result, Code string }
	}
	load("vectors/time.json", &vectors)
	for _, test := range vectors.Tests {
		if test.ID == "time-exp-long-ago" {
			fmt.Println(test.Result, test.Code)
		}
	}
}
