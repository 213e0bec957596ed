/// Residents' own accounts: how a person comes in as themselves, apart from staff (本人のアカウント).
@ApplicationModule
@NullMarked
package hmnet.consent.residents;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
