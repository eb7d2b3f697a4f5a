// Prints the structs, the string constants and the named basic types of the Go package in each folder as a line of JSON:
// the JSON name and the Go type of each field that encoding/json writes. An embedded struct has the name "".
package main

import (
	"encoding/json"
	"go/ast"
	"go/parser"
	"go/token"
	"go/types"
	"log"
	"os"
	"path/filepath"
	"reflect"
	"sort"
	"strconv"
	"strings"
)

type member struct {
	Name string `json:"name"`
	Type string `json:"type"`
}

type declared struct {
	Name    string   `json:"name"`
	Members []member `json:"members"`
}

type contents struct {
	Structs   []declared        `json:"structs"`
	Constants map[string]string `json:"constants"`
	Named     map[string]string `json:"named"`
}

func main() {
	log.SetFlags(0)
	lines := json.NewEncoder(os.Stdout)
	for _, folder := range os.Args[1:] {
		if err := lines.Encode(contentsOf(folder)); err != nil {
			log.Fatal(err)
		}
	}
}

func contentsOf(folder string) contents {
	files, err := filepath.Glob(filepath.Join(folder, "*.go"))
	if err != nil {
		log.Fatal(err)
	}
	sort.Strings(files)
	found := contents{[]declared{}, map[string]string{}, map[string]string{}}
	for _, file := range files {
		if strings.HasSuffix(file, "_test.go") {
			continue
		}
		parsed, err := parser.ParseFile(token.NewFileSet(), file, nil, 0)
		if err != nil {
			log.Fatal(err)
		}
		ast.Inspect(parsed, func(node ast.Node) bool {
			switch spec := node.(type) {
			case *ast.TypeSpec:
				switch body := spec.Type.(type) {
				case *ast.StructType:
					found.Structs = append(found.Structs, declared{spec.Name.Name, members(body)})
				case *ast.Ident:
					found.Named[spec.Name.Name] = body.Name
				}
			case *ast.ValueSpec:
				for index, value := range spec.Values {
					if text, ok := stringIn(value); ok {
						found.Constants[spec.Names[index].Name] = text
					}
				}
			}
			return true
		})
	}
	return found
}

func stringIn(value ast.Expr) (string, bool) {
	literal, ok := value.(*ast.BasicLit)
	if !ok || literal.Kind != token.STRING {
		return "", false
	}
	text, err := strconv.Unquote(literal.Value)
	return text, err == nil
}

func members(body *ast.StructType) []member {
	found := []member{}
	for _, field := range body.Fields.List {
		tag := ""
		if field.Tag != nil {
			unquoted, err := strconv.Unquote(field.Tag.Value)
			if err != nil {
				log.Fatal(err)
			}
			tag, _, _ = strings.Cut(reflect.StructTag(unquoted).Get("json"), ",")
		}
		written := types.ExprString(field.Type)
		if tag == "-" {
			continue
		}
		if len(field.Names) == 0 {
			found = append(found, member{tag, written})
		}
		for _, name := range field.Names {
			if !name.IsExported() {
				continue
			}
			if tag == "" {
				found = append(found, member{name.Name, written})
			} else {
				found = append(found, member{tag, written})
			}
		}
	}
	return found
}
