require "set" # json_schemer 0.2.18 needs it before Ruby 3.2.
require "json"
require "json_schemer"

# This release knows draft-07 at most.
schemer = JSONSchemer.schema(JSON.parse(File.read("claims.rules-input.draft-07.json")))

['{"video":{"room":"stage"}}', '{"sub":"alice","video":{"roomJoin":true,"canPublish":"no"}}'].each do |text|
  errors = schemer.validate(JSON.parse(text)).to_a
  puts errors.empty? ? "valid" : errors.map { |error| "#{error["data_pointer"]} #{error["type"]}" }
end
