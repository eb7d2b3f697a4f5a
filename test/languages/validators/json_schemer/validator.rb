# Validates with json_schemer, for each line of JSON on standard input.

require "set"
require "json"
require "json_schemer"

$stdout.sync = true

def failures(error)
  at, type, details = error.values_at("data_pointer", "type", "details")
  return details["missing_keys"].map { |name| { at: at, keyword: type, member: name } } if type == "required"

  # The types of a value stand for the keyword "type", and a schema that is false is called "schema".
  [{ at: at, keyword: type == "schema" ? "false" : type }]
end

$stdin.each_line do |line|
  question = JSON.parse(line)
  schemer = JSONSchemer.schema(question["schema"])
  verdicts = question["instances"].map do |text|
    instance = JSON.parse(text, max_nesting: false)
    found = schemer.validate(instance).flat_map { |error| failures(error) }
    { valid: schemer.valid?(instance), failures: found }
  end
  puts JSON.generate(verdicts: verdicts)
end
