// What the files of a new plugin hold. Scripts/check-imports passes this file over: its imports are theirs.

extension NewPlugin {
  static func manifest(_ name: String, _ runtime: String, _ program: String) -> String {
    """
    soat: 1
    plugin: \(name)
    version: 1.0.0
    title: { vi: "Đủ như đã báo cáo", en: "As many as claimed" }
    summary: { vi: "Số đếm được không ít hơn số đã báo cáo.", en: "What is counted is no less than what is claimed." }
    runtime: \(runtime)
    program: \(program)
    parameters:
      - { name: claimed, type: figure, meaning: { vi: "số đã báo cáo", en: "the number claimed" } }
      - { name: counted, type: figure, meaning: { vi: "số đếm được", en: "the number counted" } }

    """
  }

  static let example = """
    {
      "title": { "vi": "Đủ", "en": "Enough" },
      "request": {
        "check": "A-01",
        "unit": { "code": "vi-du", "level": "district", "classes": [] },
        "period": { "from": "2024-01-01", "to": "2024-12-31" },
        "parameters": { "claimed": { "value": "2" }, "counted": { "value": "3" } },
        "evidence": {}
      },
      "answer": { "verdict": "met" }
    }

    """

  static func python(_ name: String) -> String {
    """
    import json
    import sys
    from fractions import Fraction


    def check(request):
        claimed = Fraction(request["parameters"]["claimed"]["value"])
        counted = Fraction(request["parameters"]["counted"]["value"])
        reason = {"vi": f"Đếm được {counted}, báo cáo {claimed}",
                  "en": f"{counted} counted, {claimed} claimed"}
        return {"verdict": "met" if counted >= claimed else "unmet", "reason": reason}


    for line in sys.stdin:
        request = json.loads(line)
        if request["type"] == "describe":
            answer = {"soat-plugin": 1, "name": "\(name)", "version": "1.0.0"}
        else:
            answer = check(request)
        print(json.dumps({"id": request["id"], **answer}), flush=True)

    """
  }

  static func package(_ name: String) -> String {
    """
    // swift-tools-version: 6.2
    import PackageDescription

    let package = Package(
      name: "\(name)",
      // The checkout of soat; a version where it is published.
      dependencies: [.package(name: "soat", path: "../..")],
      targets: [
        .executableTarget(
          name: "\(name)", dependencies: [.product(name: "CheckPluginKit", package: "soat")])
      ])

    """
  }

  static func swift(_ name: String) -> String {
    """
    import CheckPluginKit

    struct Check: CheckPlugin {
      let name = "\(name)"
      let version = "1.0.0"

      func check(_ request: CheckRequest) -> CheckAnswer {
        guard let claimed = request.number("claimed"), let counted = request.number("counted") else {
          return CheckAnswer(.error, vi: "Thiếu số liệu", en: "A figure is missing")
        }
        return CheckAnswer(
          counted < claimed ? .unmet : .met, vi: "Đếm được \\(counted), báo cáo \\(claimed)",
          en: "\\(counted) counted, \\(claimed) claimed")
      }
    }

    Check().run()

    """
  }

  /// C, since Debian's clang builds it with wasi-libc and nothing else.
  static func c(_ name: String) -> String {
    #"""
    /* A WebAssembly plugin. Lines are JSON; a library for it makes more than this sketch safe, which
       takes texts by their place and numbers as whole ones. */
    #include <stdio.h>
    #include <stdlib.h>
    #include <string.h>

    static char line[1 << 20];

    /* What follows "key": in the line, from a place on; 0 where there is none. */
    static char *after(const char *key, char *from) {
      char quoted[64];
      snprintf(quoted, sizeof quoted, "\"%s\":", key);
      char *found = from ? strstr(from, quoted) : 0;
      return found ? found + strlen(quoted) : 0;
    }

    static long value(const char *name) {
      char *found = after("value", after(name, line));
      return found ? strtol(found + 1, 0, 10) : 0;
    }

    int main(void) {
      while (fgets(line, sizeof line, stdin)) {
        char *id = after("id", line), *type = after("type", line);
        if (!id || !type) return 1;
        long number = strtol(id + 1, 0, 10);
        if (strncmp(type, "\"describe\"", 10) == 0) {
          printf("{\"id\":\"%ld\",\"soat-plugin\":1,\"name\":\"NAME\",\"version\":\"1.0.0\"}\n",
                 number);
        } else {
          long claimed = value("claimed"), counted = value("counted");
          printf("{\"id\":\"%ld\",\"verdict\":\"%s\",\"reason\":{\"vi\":\"Đếm được %ld, báo cáo %ld\","
                 "\"en\":\"%ld counted, %ld claimed\"}}\n",
                 number, counted >= claimed ? "met" : "unmet", counted, claimed, counted, claimed);
        }
        fflush(stdout);
      }
      return 0;
    }

    """#.replacing("NAME", with: name)
  }
}
