import java.io.File;
import java.util.ArrayList;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.logging.LogManager;
import javax.xml.parsers.DocumentBuilderFactory;
import org.verapdf.gf.foundry.VeraGreenfieldFoundryProvider;
import org.verapdf.pdfa.Foundries;
import org.verapdf.pdfa.PDFAParser;
import org.verapdf.pdfa.PDFAValidator;
import org.verapdf.pdfa.flavours.PDFAFlavour;
import org.verapdf.pdfa.results.TestAssertion;
import org.verapdf.pdfa.results.ValidationResult;
import org.verapdf.pdfa.validation.profiles.Profiles;
import org.verapdf.pdfa.validation.profiles.Reference;
import org.verapdf.pdfa.validation.profiles.Rule;
import org.verapdf.pdfa.validation.profiles.RuleId;
import org.verapdf.pdfa.validation.profiles.ValidationProfile;
import org.verapdf.pdfa.validation.profiles.Variable;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * Validates PDF files with veraPDF and prints one line for each file and profile, parted by tabs: profile, file,
 * PASS or FAIL, number of checks, and the rules that failed as clause-test×times.
 *
 * <p>The profiles are read with the DOM of the JDK, because veraPDF's own reader needs JAXB, which Java no longer has.
 */
public final class Conformance {
    /** Profiles by the name they are asked for: veraPDF's flavour and the file inside the jar. */
    private static final Map<String, String> FILES = Map.of("2b", "PDFA-2B", "ua1", "PDFUA-1");

    private static final String FOLDER = "org/verapdf/pdfa/validation/";

    private Conformance() {}

    /** Takes the profiles, parted by commas, and then the files. */
    public static void main(String[] arguments) throws Exception {
        LogManager.getLogManager().reset();
        VeraGreenfieldFoundryProvider.initialise();
        Map<PDFAFlavour, ValidationProfile> profiles = new LinkedHashMap<>();
        for (String name : arguments[0].split(",")) {
            PDFAFlavour flavour = PDFAFlavour.fromString(name);
            profiles.put(flavour, readProfile(FILES.get(name), flavour));
        }
        for (int index = 1; index < arguments.length; index++) {
            for (Map.Entry<PDFAFlavour, ValidationProfile> profile : profiles.entrySet()) {
                System.out.println(validate(arguments[index], profile.getKey(), profile.getValue()));
            }
        }
    }

    private static String validate(String file, PDFAFlavour flavour, ValidationProfile profile) throws Exception {
        try (PDFAParser parser = Foundries.defaultInstance().createParser(new File(file), flavour);
                PDFAValidator validator = Foundries.defaultInstance().createValidator(profile, false)) {
            ValidationResult result = validator.validate(parser);
            Map<String, Integer> failures = new TreeMap<>();
            for (TestAssertion assertion : result.getTestAssertions()) {
                if (assertion.getStatus() == TestAssertion.Status.FAILED) {
                    RuleId rule = assertion.getRuleId();
                    failures.merge(rule.getClause() + "-" + rule.getTestNumber(), 1, Integer::sum);
                }
            }
            List<String> named = new ArrayList<>();
            failures.forEach((rule, times) -> named.add(rule + "×" + times));
            return String.join(
                    "\t",
                    flavour.getId(),
                    file,
                    result.isCompliant() ? "PASS" : "FAIL",
                    String.valueOf(result.getTotalAssertions()),
                    String.join(" ", named));
        }
    }

    private static ValidationProfile readProfile(String name, PDFAFlavour flavour) throws Exception {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        Element profile =
                factory.newDocumentBuilder()
                        .parse(Conformance.class.getClassLoader().getResourceAsStream(FOLDER + name + ".xml"))
                        .getDocumentElement();
        Set<Rule> rules = new LinkedHashSet<>();
        for (Element rule : children(child(profile, "rules"), "rule")) {
            rules.add(readRule(rule));
        }
        Set<Variable> variables = new LinkedHashSet<>();
        for (Element variable : children(child(profile, "variables"), "variable")) {
            variables.add(
                    Profiles.variableFromValues(
                            variable.getAttribute("name"),
                            variable.getAttribute("object"),
                            text(variable, "defaultValue"),
                            text(variable, "value")));
        }
        return Profiles.profileFromValues(
                flavour, Profiles.profileDetailsFromValues(name, "", "", new Date(0)), "", rules, variables);
    }

    private static Rule readRule(Element rule) {
        Element id = child(rule, "id");
        return Profiles.ruleFromValues(
                Profiles.ruleIdFromValues(
                        PDFAFlavour.Specification.valueOf(id.getAttribute("specification")),
                        id.getAttribute("clause"),
                        Integer.parseInt(id.getAttribute("testNumber"))),
                rule.getAttribute("object"),
                rule.hasAttribute("deferred") ? Boolean.valueOf(rule.getAttribute("deferred")) : null,
                rule.getAttribute("tags"),
                text(rule, "description"),
                text(rule, "test"),
                Profiles.errorFromValues(text(child(rule, "error"), "message"), new ArrayList<>()),
                new ArrayList<Reference>());
    }

    private static Element child(Element parent, String name) {
        List<Element> found = children(parent, name);
        return found.isEmpty() ? null : found.get(0);
    }

    private static String text(Element parent, String name) {
        Element found = child(parent, name);
        return found == null ? null : found.getTextContent();
    }

    private static List<Element> children(Element parent, String name) {
        List<Element> found = new ArrayList<>();
        for (Node node = parent == null ? null : parent.getFirstChild(); node != null; node = node.getNextSibling()) {
            if (node instanceof Element && name.equals(node.getLocalName())) {
                found.add((Element) node);
            }
        }
        return found;
    }
}
