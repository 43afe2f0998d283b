package com.movierecap.portal.frame;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ScriptImportsTest {
  private static String addressed(String script, String name) {
    return ScriptImports.addressed(script, name, file -> "/portal/" + file + "?h=$1");
  }

  @Test
  void importsAreNamedFromWhereTheScriptIs() {
    assertThat(addressed("import { send } from './upload/sending.js';", "upload.js"))
        .isEqualTo("import { send } from '/portal/upload/sending.js?h=$1';");
    assertThat(addressed("import { watch } from './watch.js';", "upload/sending.js"))
        .isEqualTo("import { watch } from '/portal/upload/watch.js?h=$1';");
    assertThat(addressed("import { fill } from '../words.js';", "upload/rows.js"))
        .isEqualTo("import { fill } from '/portal/words.js?h=$1';");
  }

  @Test
  void importsMayGoOverLinesAndHaveNoNames() {
    assertThat(addressed("import {\n  a,\n  b\n} from './x.js';\nimport './y.js';\n", "z.js"))
        .isEqualTo(
            "import {\n  a,\n  b\n} from '/portal/x.js?h=$1';\nimport '/portal/y.js?h=$1';\n");
  }

  @Test
  void whatOnlyLooksLikeAnImportStays() {
    var script = "// import x from './x.js'\nconst x = './x.js';\nsay(\"from './y.js'\");\n";
    assertThat(addressed(script, "z.js")).isEqualTo(script);
  }
}
