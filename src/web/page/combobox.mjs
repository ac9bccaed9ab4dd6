// A text field with a list of completions, after the pattern "combobox" of the ARIA Authoring
// Practices: the arrows move in the list, Enter takes, Escape closes and then clears.

let lists = 0;

export class Combobox {
    #input;
    #list;
    #offer;
    #tell;
    #options = [];
    #active = -1;

    // offer(text) gives options with text and shown. The rest tell what happened: changed(text),
    // taken(option), entered() without an option, left().
    constructor(input, list, { offer, ...tell }) {
        this.#input = input;
        this.#list = list;
        this.#offer = offer;
        this.#tell = tell;
        list.id = `list-${++lists}`;
        input.setAttribute("aria-controls", list.id);
        input.addEventListener("input", () => {
            tell.changed(input.value);
            this.#open();
        });
        input.addEventListener("keydown", (event) => this.#key(event));
        input.addEventListener("blur", () => {
            this.#close();
            tell.left();
        });
        list.addEventListener("pointerdown", (event) => event.preventDefault()); // the field keeps the focus
        list.addEventListener("click", ({ target }) => {
            const row = [...list.children].indexOf(target.closest("li"));
            if (row >= 0)
                this.#take(row);
        });
    }

    #key(event) {
        if (event.isComposing || event.ctrlKey || event.metaKey)
            return;
        const open = !this.#list.hidden;
        if (event.key === "ArrowDown" || event.key === "ArrowUp") {
            event.preventDefault();
            if (!open)
                this.#open();
            this.#move(event.key === "ArrowDown" ? 1 : -1);
        } else if (event.key === "Enter" && this.#active >= 0) {
            event.preventDefault();
            this.#take(this.#active);
        } else if (event.key === "Enter") {
            event.preventDefault();
            this.#close();
            this.#tell.entered();
        } else if (event.key === "Escape" && open) {
            event.preventDefault();
            this.#close();
        } else if (event.key === "Escape") {
            this.#input.value = "";
            this.#tell.changed("");
        }
    }

    #open() {
        this.#options = this.#offer(this.#input.value);
        this.#list.replaceChildren(...this.#options.map(({ shown }, row) => {
            const option = document.createElement("li");
            option.id = `${this.#list.id}-${row}`;
            option.setAttribute("role", "option");
            option.append(...shown);
            return option;
        }));
        this.#mark(-1);
        this.#list.hidden = this.#options.length === 0;
        this.#input.setAttribute("aria-expanded", String(!this.#list.hidden));
    }

    #close() {
        this.#list.hidden = true;
        this.#input.setAttribute("aria-expanded", "false");
        this.#mark(-1);
    }

    // Past either end is the field itself, with what was typed.
    #move(step) {
        const places = this.#options.length + 1;
        this.#mark((this.#active + 1 + step + places) % places - 1);
    }

    #mark(row) {
        this.#active = row;
        for (const [i, option] of [...this.#list.children].entries())
            option.setAttribute("aria-selected", String(i === row));
        if (row < 0 || row >= this.#list.children.length) {
            this.#input.removeAttribute("aria-activedescendant");
        } else {
            this.#input.setAttribute("aria-activedescendant", this.#list.children[row].id);
            this.#list.children[row].scrollIntoView({ block: "nearest" });
        }
    }

    #take(row) {
        const option = this.#options[row];
        this.#input.value = option.text;
        this.#close();
        this.#tell.taken(option);
    }
}
