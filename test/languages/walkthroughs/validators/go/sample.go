package main

import (
	"errors"
	"fmt"
	"log"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
)

func main() {
	schema, err := jsonschema.NewCompiler().Compile("claims.rules-input.2020-12.json")
	if err != nil {
		log.Fatal(err)
	}
	for _, text := range []string{`{"video":{"room":"stage"}}`, `{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}`} {
		claims, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			log.Fatal(err)
		}
		var invalid *jsonschema.ValidationError
		if err := schema.Validate(claims); errors.As(err, &invalid) {
			for _, each := range invalid.BasicOutput().Errors {
				if each.Error != nil {
					fmt.Println(each.InstanceLocation, each.Error)
				}
			}
		} else {
			fmt.Println("valid")
		}
	}
}
