// Decodes each line into Claims and encodes it again.
package main

import (
	"bufio"
	"encoding/json"
	"io"
	"log"
	"os"

	"example/claims"
)

func main() {
	lines := bufio.NewReader(os.Stdin)
	answers := json.NewEncoder(os.Stdout)
	for {
		line, err := lines.ReadBytes('\n')
		if err == io.EOF {
			return
		}
		if err != nil {
			log.Fatal(err)
		}
		if err := answers.Encode(answerTo(line)); err != nil {
			log.Fatal(err)
		}
	}
}

func answerTo(line []byte) any {
	var token claims.Claims
	if err := json.Unmarshal(line, &token); err != nil {
		return map[string]string{"error": err.Error()}
	}
	return map[string]any{"ok": token}
}
