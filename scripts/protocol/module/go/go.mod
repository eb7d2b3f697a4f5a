module livekit-claims/grants

go 1.22
