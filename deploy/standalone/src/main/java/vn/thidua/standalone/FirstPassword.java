package vn.thidua.standalone;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.springframework.context.ApplicationContext;
import vn.thidua.access.first.FirstAdministrator;
import vn.thidua.access.first.FirstPasswordFile;

/**
 * The password of the first administrator on its way from the process that has opened the account to the person who
 * started everything. It lies in a file that only its owner reads until it is shown, once.
 */
final class FirstPassword {

    private FirstPassword() {}

    /** Lays it down if this application has opened the account. */
    static void keep(Home home, ApplicationContext application) {
        Optional.ofNullable(
                        application.getBeanProvider(FirstAdministrator.class).getIfAvailable())
                .flatMap(FirstAdministrator::takePassword)
                .ifPresent(password -> FirstPasswordFile.write(home.firstPassword(), password));
    }

    /** Shows it, once. */
    static void show(Home home, Console console) {
        Path file = home.firstPassword();
        try {
            if (Files.exists(file)) {
                String password = Files.readString(file);
                console.say("Quản trị viên đầu tiên: tên " + FirstAdministrator.NAME + ", mật khẩu dùng một lần "
                        + password + " (chỉ hiện lần này)");
                console.print("  the first administrator is " + FirstAdministrator.NAME
                        + "; the password is for one sign-in, and is not shown again");
                Files.delete(file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
