// Validates with santhosh-tekuri/jsonschema, for each line of JSON on standard input.
package main

import (
	"encoding/json"
	"errors"
	"io"
	"log"
	"os"
	"strings"

	"github.com/santhosh-tekuri/jsonschema/v6"
	"github.com/santhosh-tekuri/jsonschema/v6/kind"
)

type question struct {
	Schema    json.RawMessage `json:"schema"`
	Instances []string        `json:"instances"`
}

type verdict struct {
	Valid    bool      `json:"valid"`
	Failures []failure `json:"failures"`
}

type failure struct {
	At      string  `json:"at"`
	Keyword string  `json:"keyword"`
	Member  *string `json:"member,omitempty"`
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
		verdicts, err := answer(asked)
		if err != nil {
			log.Fatal(err)
		}
		if err := answers.Encode(map[string]any{"verdicts": verdicts}); err != nil {
			log.Fatal(err)
		}
	}
}

func answer(asked question) ([]verdict, error) {
	schema, err := compile(string(asked.Schema))
	if err != nil {
		return nil, err
	}
	verdicts := make([]verdict, 0, len(asked.Instances))
	for _, text := range asked.Instances {
		instance, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
		if err != nil {
			return nil, err
		}
		err = schema.Validate(instance)
		failures := []failure{}
		var invalid *jsonschema.ValidationError
		if errors.As(err, &invalid) {
			failures = appendFailures(failures, invalid)
		} else if err != nil {
			return nil, err
		}
		verdicts = append(verdicts, verdict{err == nil, failures})
	}
	return verdicts, nil
}

func compile(text string) (*jsonschema.Schema, error) {
	schema, err := jsonschema.UnmarshalJSON(strings.NewReader(text))
	if err != nil {
		return nil, err
	}
	const name = "bundle.json"
	compiler := jsonschema.NewCompiler()
	if err := compiler.AddResource(name, schema); err != nil {
		return nil, err
	}
	return compiler.Compile(name)
}

// appendFailures appends the errors without causes. Others, such as an anyOf, only report that their causes failed.
func appendFailures(to []failure, from *jsonschema.ValidationError) []failure {
	for _, cause := range from.Causes {
		to = appendFailures(to, cause)
	}
	if len(from.Causes) > 0 {
		return to
	}
	at := pointer(from.InstanceLocation)
	switch kind := from.ErrorKind.(type) {
	case *kind.Required:
		return appendMembers(to, at, "required", kind.Missing)
	case *kind.AdditionalProperties:
		return appendMembers(to, at, "additionalProperties", kind.Properties)
	case *kind.FalseSchema:
		return append(to, failure{At: at, Keyword: "false"})
	}
	return append(to, failure{At: at, Keyword: strings.Join(from.ErrorKind.KeywordPath(), "/")})
}

func appendMembers(to []failure, at, keyword string, names []string) []failure {
	for _, name := range names {
		to = append(to, failure{at, keyword, &name})
	}
	return to
}

func pointer(path []string) string {
	escape := strings.NewReplacer("~", "~0", "/", "~1")
	var text strings.Builder
	for _, name := range path {
		text.WriteString("/" + escape.Replace(name))
	}
	return text.String()
}
