// Runs the conformance vectors in a folder through the Go SDK, and prints the ids of those that it gets wrong.
package main

import (
	"encoding/json"
	"fmt"
	"log"
	"os"
	"path/filepath"
	"regexp"
	"strings"

	"github.com/livekit/protocol/auth"
)

var options = regexp.MustCompile("NeedsClock|NeedsLimit|SeveralKeys")

func verify(key, secret, token string) error {
	verifier, err := auth.ParseAPIToken(token)
	if err != nil {
		return err
	}
	if verifier.APIKey() != key {
		return fmt.Errorf("another key's token: %q", verifier.APIKey())
	}
	_, _, err = verifier.Verify(secret)
	return err
}

func main() {
	wrong := false
	for _, layer := range []string{"form", "signature", "time", "schema", "room-config"} {
		text, err := os.ReadFile(filepath.Join(os.Args[1], layer+".json"))
		if err != nil {
			log.Fatal(err)
		}
		var file struct {
			Tests []struct {
				ID, Key, Secret, Token, Result string
				Flags                          []string
			}
		}
		if err := json.Unmarshal(text, &file); err != nil {
			log.Fatal(err)
		}
		for _, test := range file.Tests {
			if options.MatchString(strings.Join(test.Flags, " ")) {
				continue
			}
			if err := verify(test.Key, test.Secret, test.Token); (err == nil) != (test.Result == "valid") {
				fmt.Println(test.ID)
				wrong = true
			}
		}
	}
	if wrong {
		os.Exit(1)
	}
}
