package orrery.exchange;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import orrery.forge.Outgassing;
import orrery.math.Constants;
import orrery.math.Counted;
import orrery.time.JulianDate;

/**
 * Reads JSON of JPL's Small-Body Database: the answer of its API about one object, and tables of its Query API, of any
 * length. For use by one thread.
 */
final class SmallBodyDatabase {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Pattern NUMBERED_COMET = Pattern.compile("(\\d{1,8})[PDI](?:-([A-Z]{1,2}))?");
    private static final Pattern DESIGNATION = Pattern.compile("(?:[CPDXAI]/)?(\\d{4} [A-Z]{1,2}\\d*(?:-[A-Z]{1,2})?)");
    private static final Set<String> PUSH = Set.of("A1", "A2", "A3", "DT", "ALN", "NK", "NM", "NN", "R0");
    private static final double FEWEST_DIGITS = 1e4;

    private final Path file;
    private final Orbits orbits;
    private final Findings findings;
    /** Values of one object, by the names of the Query API. */
    private final Map<String, String> values = new HashMap<>();

    SmallBodyDatabase(Path file, Orbits orbits, Findings findings) {
        this.file = file;
        this.orbits = orbits;
        this.findings = findings;
    }

    void read(SourceStream source) throws IOException {
        boolean any = false;
        List<String> fields = new ArrayList<>();
        Map<String, JsonNode> parts = new HashMap<>();
        try (JsonParser parser = JSON.createParser(source)) {
            parser.disable(JsonParser.Feature.AUTO_CLOSE_SOURCE);
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw bad(
                        "it is JSON that does not begin with an object", "fetch it from the Small-Body Database again");
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                String name = parser.currentName();
                parser.nextToken();
                if (name.equals("data")) {
                    if (fields.isEmpty()) {
                        throw bad("\"data\" comes before \"fields\"", "fetch it from the Query API again");
                    }
                    table(parser, fields);
                    any = true;
                } else {
                    JsonNode value = parser.readValueAsTree();
                    if (name.equals("fields")) {
                        value.forEach(field -> fields.add(field.asText()));
                    } else {
                        parts.put(name, value);
                    }
                }
            }
        } catch (JsonProcessingException e) {
            throw BadInputException.json(file, e);
        }
        if (!any) {
            answer(parts);
        }
    }

    private BadInputException bad(String stands, String cure) {
        return BadInputException.of(file, stands, cure);
    }

    /** From the API, which answers about one object. */
    private void answer(Map<String, JsonNode> parts) {
        JsonNode message = parts.get("message");
        JsonNode list = parts.get("list");
        JsonNode orbit = parts.get("orbit");
        JsonNode object = parts.get("object");
        if (list != null) {
            throw bad(
                    "it is a list of " + list.size() + " matching objects, and contains no orbit",
                    "ask the Small-Body Database for one of them, by its designation");
        }
        if (orbit == null || object == null) {
            throw bad(
                    message == null
                            ? "it is JSON without an \"object\" and its \"orbit\""
                            : "it is an answer without an orbit: " + BadInputException.quoted(message.asText()),
                    "ask the Small-Body Database for one object");
        }
        String equinox = orbit.path("equinox").asText("J2000");
        if (!equinox.equals("J2000") && !equinox.equals("null")) {
            throw bad("its elements are of equinox " + BadInputException.quoted(equinox), "ask for those of J2000");
        }
        values.put("epoch", orbit.path("epoch").asText(""));
        orbit.path("elements")
                .forEach(element -> value(element, element.path("name").asText("")));
        orbit.path("model_pars").forEach(parameter -> {
            String name = parameter.path("name").asText("");
            value(parameter, name);
            if (!PUSH.contains(name)) {
                findings.ignored("the parameter " + name + " of the forces");
            }
        });
        values.put("spkid", object.path("spkid").asText(""));
        values.put("kind", object.path("kind").asText(""));
        values.put("pdes", object.path("des").asText(""));
        values.put("full_name", object.path("fullname").asText(""));
        object(1, object.path("fullname").asText(""));
        for (String part : List.of("phys_par", "ca_data", "vi_data", "alt_orbits", "radar_obs", "discovery")) {
            JsonNode some = parts.get(part);
            if (some != null && !some.isEmpty()) {
                findings.ignored(part);
            }
        }
        if (orbit.path("covariance").isObject()) {
            findings.ignored("the covariance of the elements");
        }
    }

    private void value(JsonNode node, String name) {
        if (!node.path("value").isNull()) {
            values.put(name, node.path("value").asText(""));
        }
    }

    private void table(JsonParser parser, List<String> fields) throws IOException {
        if (parser.currentToken() != JsonToken.START_ARRAY) {
            throw bad("\"data\" is no list", "fetch it from the Query API again");
        }
        Set<String> known = Set.of(
                "spkid",
                "kind",
                "pdes",
                "full_name",
                "name",
                "epoch",
                "epoch_mjd",
                "e",
                "a",
                "q",
                "i",
                "om",
                "w",
                "ma",
                "tp",
                "per",
                "n",
                "ad");
        fields.stream()
                .filter(field -> !known.contains(field) && !PUSH.contains(field))
                .forEach(field -> findings.ignored("the column " + field));
        long rows = 0;
        while (parser.nextToken() == JsonToken.START_ARRAY) {
            rows++;
            long line = parser.currentLocation().getLineNr();
            JsonNode row = parser.readValueAsTree();
            if (row.size() != fields.size()) {
                throw BadInputException.at(
                        file,
                        line,
                        "an object with " + Counted.of(row.size(), "value"),
                        "for " + fields.size() + " named fields",
                        "fetch the table again");
            }
            values.clear();
            for (int i = 0; i < row.size(); i++) {
                if (!row.get(i).isNull()) {
                    values.put(fields.get(i), row.get(i).asText("").strip());
                }
            }
            object(line, values.getOrDefault("full_name", values.getOrDefault("pdes", "object " + rows)));
        }
        if (rows == 0) {
            throw bad("its table has no objects", "ask the Query API for some");
        }
    }

    private void object(long line, String fullName) {
        String name = fullName.strip().isEmpty() ? "object" : fullName.strip();
        double epoch = values.containsKey("epoch_mjd") && !values.containsKey("epoch")
                ? julian(line, name, "epoch_mjd", JulianDate.MODIFIED_OFFSET)
                : julian(line, name, "epoch", 0);
        double e = number(line, name, "e");
        double q;
        if (values.containsKey("q")) {
            q = number(line, name, "q");
        } else {
            q = number(line, name, "a") * (1 - e);
        }
        if (!(q > 0) || !(e >= 0)) {
            throw wrong(line, name, "q = " + q + " au and e = " + e, "where both must be positive");
        }
        double passage = e < 1 && values.containsKey("ma")
                ? OsculatingElements.passage(number(line, name, "ma") * Constants.DEGREE, q, e)
                : julian(line, name, "tp", 0) - epoch;
        orbits.add(new OsculatingElements(
                name(name),
                epoch,
                q,
                e,
                number(line, name, "i") * Constants.DEGREE,
                number(line, name, "om") * Constants.DEGREE,
                number(line, name, "w") * Constants.DEGREE,
                passage,
                push(line, name),
                line));
    }

    private SmallBodyName name(String name) {
        String designation = values.getOrDefault("pdes", "");
        String spk = values.getOrDefault("spkid", "");
        Matcher numbered = NUMBERED_COMET.matcher(designation.isEmpty() ? name.split("/", -1)[0] : designation);
        boolean comet = isComet(name, numbered.matches());
        int number = comet && numbered.matches()
                ? Integer.parseInt(numbered.group(1))
                : !comet && designation.matches("\\d{1,8}") ? Integer.parseInt(designation) : 0;
        if (number == 0 && !comet && designation.isEmpty() && name.matches("\\d{1,8} .*")) {
            number = Integer.parseInt(name.split(" ", -1)[0]);
        }
        Matcher plain = DESIGNATION.matcher(designation.isEmpty() ? name : designation);
        return new SmallBodyName(
                comet,
                number,
                comet && numbered.matches() && numbered.group(2) != null ? numbered.group(2) : "",
                number == 0 && plain.find() ? PackedDesignation.written(plain.group(1), comet) : null,
                spk.matches("\\d{1,9}") ? Integer.parseInt(spk) : 0,
                name);
    }

    private boolean isComet(String name, boolean numbered) {
        String kind = values.getOrDefault("kind", "");
        return kind.isEmpty() ? numbered || name.matches("(\\d+[PDI]|[CPDXI])/.*") : kind.startsWith("c");
    }

    private Outgassing push(long line, String name) {
        double a1 = optional(line, name, "A1", 0);
        double a2 = optional(line, name, "A2", 0);
        double a3 = optional(line, name, "A3", 0);
        double delay = optional(line, name, "DT", 0);
        Outgassing usual = isComet(
                        name,
                        NUMBERED_COMET.matcher(values.getOrDefault("pdes", "")).matches())
                ? Outgassing.ofIce(a1, a2, a3, delay)
                : Outgassing.ofSunlight(a1, a2, a3);
        return new Outgassing(
                a1,
                a2,
                a3,
                delay,
                optional(line, name, "ALN", usual.aln()),
                optional(line, name, "NM", usual.nm()),
                optional(line, name, "NN", usual.nn()),
                optional(line, name, "NK", usual.nk()),
                optional(line, name, "R0", usual.r0()));
    }

    private double optional(long line, String name, String key, double otherwise) {
        return values.getOrDefault(key, "").isEmpty() ? otherwise : number(line, name, key);
    }

    private double number(long line, String name, String key) {
        String text = values.getOrDefault(key, "");
        try {
            return FileNumbers.parse(text);
        } catch (NumberFormatException _) {
            throw wrong(
                    line,
                    name,
                    text.isEmpty() ? "no " + key : key + " = " + BadInputException.quoted(text),
                    "instead of a number");
        }
    }

    /** A Julian date with more digits than a double: TDB seconds past J2000. */
    private double julian(long line, String name, String key, double origin) {
        String text = values.getOrDefault(key, "");
        try {
            FileNumbers.parse(text);
            BigDecimal days =
                    new BigDecimal(text).add(BigDecimal.valueOf(origin)).subtract(BigDecimal.valueOf(JulianDate.J2000));
            if (days.abs().doubleValue() > FEWEST_DIGITS * FEWEST_DIGITS) {
                throw new NumberFormatException(text);
            }
            return days.multiply(BigDecimal.valueOf(Constants.DAY)).doubleValue();
        } catch (NumberFormatException _) {
            throw wrong(
                    line,
                    name,
                    text.isEmpty() ? "no " + key : key + " = " + BadInputException.quoted(text),
                    "instead of a Julian date");
        }
    }

    private BadInputException wrong(long line, String name, String stands, String should) {
        return BadInputException.at(
                file,
                line,
                String.format(Locale.ROOT, "%s has %s", BadInputException.quoted(name), stands),
                should,
                "ask for that object's elements again, with full precision");
    }
}
