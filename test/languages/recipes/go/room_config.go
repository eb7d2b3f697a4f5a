package main

import (
	"encoding/json"
	"errors"
	"log"
	"math"
	"os"
	"path"
	"reflect"
)

type object = map[string]any

var definitions = load("claims.rules-decode.2020-12.json")["$defs"].(object)

func load(file string) (parsed object) {
	text, err := os.ReadFile(file)
	if err == nil {
		err = json.Unmarshal(text, &parsed)
	}
	if err != nil {
		log.Fatal(err)
	}
	return parsed
}

// dropped stands for the value of an enum that nobody knows.
var dropped any = new(struct{ int })

// normalizeRoomConfig brings a roomConfig from any spelling of protobuf JSON to that of the rules, which it is to be
// checked by then.
func normalizeRoomConfig(config any) (any, error) {
	return normalize(config, definitions["RoomConfiguration"].(object))
}

func resolve(schema any) object {
	resolved := object{}
	if ref, ok := schema.(object)["$ref"].(string); ok {
		for keyword, value := range definitions[path.Base(ref)].(object) {
			resolved[keyword] = value
		}
	}
	for keyword, value := range schema.(object) {
		resolved[keyword] = value
	}
	return resolved
}

func normalize(value any, schema object) (any, error) {
	switch value := value.(type) {
	case object:
		if members, ok := schema["properties"].(object); ok {
			return normalizeMessage(value, members)
		}
	case []any:
		if schema["items"] != nil {
			return normalizeList(value, resolve(schema["items"]))
		}
	case string:
		if numbers, ok := schema["x-enum-numbers"].(object); ok {
			if _, known := numbers[value]; !known {
				return dropped, nil
			}
		}
		if kind := schema["type"]; kind == "integer" || kind == "number" {
			return number(value), nil
		}
	case float64:
		if numbers, ok := schema["x-enum-numbers"].(object); ok {
			return enumName(value, numbers), nil
		}
	}
	return value, nil
}

func normalizeMessage(message, members object) (any, error) {
	names := object{}
	for name, member := range members {
		names[name] = name
		if spelling, ok := member.(object)["x-proto-name"].(string); ok {
			names[spelling] = name
		}
	}
	seen, groups, normalized := map[string]bool{}, map[any]bool{}, object{}
	for spelling, value := range message {
		name, known := names[spelling].(string)
		if !known {
			continue
		}
		if seen[name] {
			return nil, errors.New("a member is there in both spellings")
		}
		seen[name] = true
		schema := resolve(members[name])
		// Checked here: the rules do not see a member whose value is dropped.
		if group := schema["x-oneof"]; group != nil && value != nil {
			if groups[group] {
				return nil, errors.New("two members of a oneof are set")
			}
			groups[group] = true
		}
		value, err := normalize(value, schema)
		if err != nil {
			return nil, err
		}
		if value == nil || value == dropped || schema["x-oneof"] == nil && isDefault(value, schema) {
			continue
		}
		normalized[name] = value
	}
	return normalized, nil
}

func normalizeList(list []any, schema object) (any, error) {
	normalized := []any{}
	for _, element := range list {
		element, err := normalize(element, schema)
		if err != nil {
			return nil, err
		}
		if element != dropped {
			normalized = append(normalized, element)
		}
	}
	return normalized, nil
}

// number returns the number that a string holds, if it is written as JSON writes one.
func number(text string) any {
	var parsed float64
	isDigit := func(at int) bool { return text[at] >= '0' && text[at] <= '9' }
	if text == "" || !isDigit(len(text)-1) || text[0] != '-' && !isDigit(0) {
		return text
	}
	if json.Unmarshal([]byte(text), &parsed) != nil {
		return text
	}
	return parsed
}

func enumName(value float64, numbers object) any {
	if value != math.Trunc(value) || value < math.MinInt32 || value > math.MaxInt32 {
		return value
	}
	for name, number := range numbers {
		if number == value {
			return name
		}
	}
	return dropped
}

// isDefault says whether protobuf writes the same for it as for an absent one, which is never so for a message.
func isDefault(value any, schema object) bool {
	if numbers, ok := schema["x-enum-numbers"].(object); ok {
		name, _ := value.(string)
		return numbers[name] == 0.0
	}
	if schema["properties"] != nil {
		return false
	}
	kind, _ := schema["type"].(string)
	defaults := object{"boolean": false, "integer": 0.0, "number": 0.0, "string": "", "array": []any{}, "object": object{}}
	return reflect.DeepEqual(value, defaults[kind])
}
