package bd.cleancare.wards;

import bd.cleancare.platform.i18n.Language;
import bd.cleancare.platform.i18n.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.ExitCodeGenerator;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.stereotype.Component;

/** {@code import-wards --file=map.geojson}: makes the wards of the file the wards of the city, or says what is wrong with it, and ends. */
@Component
class ImportWards implements ApplicationRunner {

    static final String COMMAND = "import-wards";

    private final Wards wards;
    private final Messages messages;
    private final ConfigurableApplicationContext context;

    ImportWards(Wards wards, Messages messages, ConfigurableApplicationContext context) {
        this.wards = wards;
        this.messages = messages;
        this.context = context;
    }

    @Override
    public void run(ApplicationArguments arguments) throws IOException {
        if (arguments.getNonOptionArgs().contains(COMMAND)) {
            List<String> files = arguments.getOptionValues("file");
            int code = files == null || files.isEmpty() ? usage() : importMap(Path.of(files.getLast()));
            System.exit(SpringApplication.exit(context, (ExitCodeGenerator) () -> code));
        }
    }

    private static int usage() {
        System.err.println("Usage: import-wards --file=map.geojson");
        return 2;
    }

    int importMap(Path file) throws IOException {
        if (!Files.isReadable(file)) {
            System.err.println("There is no file to read at " + file);
            return 2;
        }
        return switch (wards.importMap(Files.readString(file))) {
            case WardImport.Imported(int count) -> {
                System.out.println(count + " wards imported.");
                yield 0;
            }
            case WardImport.Refused(List<WardImport.Fault> faults) -> {
                faults.forEach(fault -> System.err.println(messages.get(Language.ENGLISH, fault.key(), fault.args())));
                yield 1;
            }
        };
    }
}
