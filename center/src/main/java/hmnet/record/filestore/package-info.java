/// Where files lie that are too large for the database (ファイル保管庫): a folder or S3, sealed before they go there.
@ApplicationModule
@NullMarked
package hmnet.record.filestore;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
