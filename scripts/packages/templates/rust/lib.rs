//! JSON Schemas of LiveKit access tokens, the defaults of their claims, and conformance vectors.

/// The release of livekit-claims that the files are of.
pub const VERSION: &str = "{{version}}";

/// The release of LiveKit's protocol that the room configuration was imported from.
pub const PROTOCOL: &str = "{{protocol}}";

/// Returns the text of a file, such as "bundles/index.json".
pub fn read(path: &str) -> Option<&'static str> {
    FILES.iter().find(|(name, _)| *name == path).map(|(_, text)| *text)
}

/// All files, by their paths.
pub static FILES: &[(&str, &str)] = &[
{{files}}
];
