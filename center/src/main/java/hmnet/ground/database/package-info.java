/// The centre's PostgreSQL (データベース): embedded by default, any other by URL.
@NullMarked
package hmnet.ground.database;

import org.jspecify.annotations.NullMarked;
