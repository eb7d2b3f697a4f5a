module github.com/livekit-claims/livekit-claims-schemas

go 1.21
