package bd.cleancare.authentication;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import bd.cleancare.platform.web.Problem;
import bd.cleancare.shared.PhoneNumber;
import bd.cleancare.shared.Text;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code create-superadmin --phone=… --name=…}: asks for the password, makes the account, ends. The password is no argument: others could read it. */
@Component
class CreateSuperAdmin implements ApplicationRunner {

    static final String COMMAND = "create-superadmin";

    private final SuperAdmins superAdmins;
    private final Messages messages;
    private final ConfigurableApplicationContext context;

    CreateSuperAdmin(SuperAdmins superAdmins, Messages messages, ConfigurableApplicationContext context) {
        this.superAdmins = superAdmins;
        this.messages = messages;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (arguments.getNonOptionArgs().contains(COMMAND)) {
            int code = create(option(arguments, "phone"), option(arguments, "name"));
            System.exit(SpringApplication.exit(context, (ExitCodeGenerator) () -> code));
        }
    }

    private int create(String written, String name) throws IOException {
        PhoneNumber phone = PhoneNumber.parse(written).orElse(null);
        if (phone == null || name == null || name.isBlank()) {
            System.err.println("Usage: create-superadmin --phone=01XXXXXXXXX --name=\"…\"");
            return 2;
        }
        try {
            superAdmins.create(phone, Text.normalise(name), password());
            System.out.println("Super admin " + phone.masked() + " can log in now.");
            return 0;
        } catch (Problem refused) {
            refused.fieldErrors().byField().forEach((field, errors) -> errors.forEach(error ->
                    System.err.println(field + ": " + messages.get(Language.ENGLISH, error.key(), error.args()))));
            return 1;
        }
    }

    private static String option(ApplicationArguments arguments, String name) {
        List<String> values = arguments.getOptionValues(name);
        return values == null || values.isEmpty() ? null : values.getLast();
    }

    private static String password() throws IOException {
        var console = System.console();
        if (console != null && console.isTerminal()) {
            char[] typed = console.readPassword("Password (at least 10 characters): ");
            return typed == null ? "" : new String(typed);
        }
        String line = new BufferedReader(new InputStreamReader(System.in, StandardCharsets.UTF_8)).readLine();
        return line == null ? "" : line;
    }
}
