// Builds claims and normalizes room configurations, as the lines of JSON on standard input ask.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
)

type question struct {
	Build *struct {
		Claims object
		APIKey string `json:"api_key"`
		Now    int64
	}
	Normalize string
}

func main() {
	questions, answers := json.NewDecoder(os.Stdin), json.NewEncoder(os.Stdout)
	for {
		var asked question
		if err := questions.Decode(&asked); errors.Is(err, io.EOF) {
			return
		} else if err != nil {
			log.Fatal(err)
		}
		answer := object{}
		if payload, err := answerTo(asked); err != nil {
			answer["error"] = err.Error()
		} else {
			answer["ok"] = payload
		}
		if err := answers.Encode(answer); err != nil {
			log.Fatal(err)
		}
	}
}

func answerTo(asked question) (object, error) {
	if asked.Build != nil {
		return buildClaims(asked.Build.Claims, asked.Build.APIKey, asked.Build.Now)
	}
	var claims object
	err := json.Unmarshal([]byte(asked.Normalize), &claims)
	if err == nil {
		claims["roomConfig"], err = normalizeRoomConfig(claims["roomConfig"])
	}
	return claims, err
}
