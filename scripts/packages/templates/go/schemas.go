// Package schemas holds JSON Schemas of LiveKit access tokens, the defaults of their claims, and conformance vectors.
package schemas

import "embed"

// Version is the release of livekit-claims that the files are of, Protocol that of LiveKit's protocol.
const (
	Version  = "{{version}}"
	Protocol = "{{protocol}}"
)

// Files holds bundles/ and vectors/: Files.ReadFile("bundles/index.json") returns the bytes of one.
//
//go:embed bundles vectors
var Files embed.FS
