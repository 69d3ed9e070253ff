# Everything the README promises: `make demo` and `make test` from a clean clone on Debian 12 with
# the Swift 6.3 toolchain on PATH. Neither asks a question.

SWIFT_BUILD = swift build --explicit-target-dependency-import-check error
LIBRARY = Checklists
EXAMPLES = $(wildcard $(LIBRARY)/examples/*.yaml)
SOAT = .build/release/soat

PREFIX = /usr/local

.PHONY: demo test build release install packages test-packages lint format wasm clean

demo: release
	$(SOAT) score --checklist $(LIBRARY) --as-of 2024-11-01 --summary --submission $(EXAMPLES)

release: packages
	$(SWIFT_BUILD) -c release --product soat --static-swift-stdlib
	$(SWIFT_BUILD) -c release --product personal-data --static-swift-stdlib

# The command, its built plugin, and the shipped library and plugins, which it finds beside itself; run
# as root for /usr/local.
install: release
	install -D $(SOAT) $(DESTDIR)$(PREFIX)/bin/soat
	install -D .build/release/personal-data $(DESTDIR)$(PREFIX)/bin/personal-data
	mkdir -p $(DESTDIR)$(PREFIX)/share/soat
	cp -r $(LIBRARY) Plugins $(DESTDIR)$(PREFIX)/share/soat/

build: packages
	$(SWIFT_BUILD)

test: packages test-packages wasm
	$(SWIFT_BUILD) --build-tests
	swift test --skip-build

wasm: test-packages
	Scripts/build-wasm .build/wasm

lint:
	swift format lint --strict --parallel --recursive Package.swift Sources Tests Plugins

format:
	swift format --in-place --parallel --recursive Package.swift Sources Tests Plugins

packages:
	@Scripts/install-packages libyaml-dev libsqlite3-dev libzip-dev libexpat1-dev

test-packages:
	@Scripts/install-packages wasi-libc libclang-rt-14-dev-wasm32 python3-jsonschema \
		python3-yaml python3-openpyxl curl openssl bubblewrap

clean:
	rm -rf .build
