module {{goModule}}

go 1.21
