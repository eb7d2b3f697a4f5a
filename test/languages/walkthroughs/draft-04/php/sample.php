<?php
require "JsonSchema/autoload.php";

$bundle = json_decode(file_get_contents("claims.rules-input.draft-07.json"));

foreach (['{"video":{"roomJoin":true}}', '{"video":{"canPublish":"no"}}'] as $text) {
    $claims = json_decode($text);
    $validator = new JsonSchema\Validator();
    $validator->validate($claims, $bundle);
    echo $text, $validator->isValid() ? " is accepted" : " is refused", "\n";
}
