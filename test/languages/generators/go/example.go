package main

import (
	"encoding/json"
	"fmt"
	"log"
	"time"

	"example/claims"

	"github.com/golang-jwt/jwt/v5"
)

const apiKey, apiSecret = "devkey", "a secret of at least thirty-two characters"

// payload is what a token holds, with what golang-jwt asks of it.
type payload struct {
	jwt.RegisteredClaims
	claims.Claims
}

// UnmarshalJSON decodes twice: both types have members such as exp.
func (p *payload) UnmarshalJSON(text []byte) error {
	if err := json.Unmarshal(text, &p.RegisteredClaims); err != nil {
		return err
	}
	return json.Unmarshal(text, &p.Claims)
}

// read verifies a token, then decodes it.
func read(token string) (claims.Claims, error) {
	var read payload
	_, err := jwt.ParseWithClaims(token, &read,
		func(*jwt.Token) (any, error) { return []byte(apiSecret), nil },
		jwt.WithValidMethods([]string{"HS256"}), jwt.WithIssuer(apiKey),
		jwt.WithExpirationRequired(), jwt.WithLeeway(time.Minute))
	return read.Claims, err
}

// describe says what the holder may do. A permission that is absent is granted, any other grant is not.
func describe(token claims.Claims) string {
	video := token.Video
	if video == nil || !or(video.RoomJoin, false) {
		return "joins no room"
	}
	return fmt.Sprintf("%s joins %s, publish: %t, subscribe: %t",
		or(token.Sub, ""), or(video.Room, ""), or(video.CanPublish, true), or(video.CanSubscribe, true))
}

func or[T any](value *T, absent T) T {
	if value == nil {
		return absent
	}
	return *value
}

func sign(members jwt.MapClaims, secret string) string {
	token, err := jwt.NewWithClaims(jwt.SigningMethodHS256, members).SignedString([]byte(secret))
	if err != nil {
		log.Fatal(err)
	}
	return token
}

func main() {
	exp := time.Now().Unix() + 600
	bare := jwt.MapClaims{"exp": exp, "iss": apiKey}
	join := jwt.MapClaims{"exp": exp, "iss": apiKey, "sub": "alice",
		"video": map[string]any{"roomJoin": true, "room": "stage", "canPublish": false}}
	for _, members := range []jwt.MapClaims{bare, join} {
		token, err := read(sign(members, apiSecret))
		if err != nil {
			log.Fatal(err)
		}
		fmt.Println(describe(token))
	}
	if _, err := read(sign(join, "another secret of at least thirty-two")); err != nil {
		fmt.Println("refused:", err)
	}

	token := claims.Claims{Exp: 4102444800, Iss: apiKey}
	hidden := true
	token.Video = &claims.VideoGrants{Hidden: &hidden}
	encoded, err := json.MarshalIndent(token, "", "  ")
	if err != nil {
		log.Fatal(err)
	}
	fmt.Println(string(encoded))
}
